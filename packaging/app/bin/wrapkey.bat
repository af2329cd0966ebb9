@echo off
rem Starts Wrapkey from the folder this script lies in.
setlocal
set "APP=%~dp0.."

set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"

set "VERSION=0"
for /f "tokens=3" %%v in ('call "%JAVA%" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version ="') do set "VERSION=%%v"
for /f "delims=." %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% LSS 25 (
  echo Wrapkey needs Java 25 or newer: install one, for example Eclipse Temurin 25, or set JAVA_HOME to it. 1>&2
  exit /b 1
)

rem A cache is of use to the very Java that it was made by; any other ignores it, which is no error.
set "CACHE=%APP%\lib\wrapkey.aot"
set "SOON="
if "%~1"=="practice" (
  set "CACHE=%APP%\lib\practice.aot"
  set "SOON=-XX:+UnlockDiagnosticVMOptions -XX:-AOTReplayTraining -XX:CompileThresholdScaling=5"
)
set "CACHED="
if exist "%CACHE%" set CACHED="-XX:AOTCache=%CACHE%" -Xlog:aot=off -Xlog:cds=off

"%JAVA%" %CACHED% %SOON% -XX:+UseSerialGC -Xmn32m -Xmx512m -Djdk.reflect.useNativeAccessorOnly=true --enable-native-access=ALL-UNNAMED -classpath "%APP%\lib\*;%APP%\lib\fx\*" dev.wrapkey.app.Main %*
exit /b %ERRORLEVEL%
