[
<#list dependencyMap as entry>
<#assign library = entry.getKey()>
 {"name": "${(library.groupId + ":" + library.artifactId)?json_string}", "version": "${library.version?json_string}", "licence": "${entry.getValue()?join(" or ")?json_string}", "url": "${(library.url!"")?json_string}"}<#sep>,</#sep>
</#list>
]
