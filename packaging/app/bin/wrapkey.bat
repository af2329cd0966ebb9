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

"%JAVA%" --module-path "%APP%\lib\fx" --add-modules javafx.controls,javafx.fxml --enable-native-access=javafx.graphics,ALL-UNNAMED -classpath "%APP%\lib\*" dev.wrapkey.app.Main %*
exit /b %ERRORLEVEL%
