@echo off
rem Starts the dnn command on the Java found through JAVA_HOME or the path.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA=java"
if not defined JAVA_HOME goto check
set "JAVA=%JAVA_HOME%\bin\java.exe"
if not exist "%JAVA%" (
  echo dnn: JAVA_HOME is %JAVA_HOME%, which has no bin\java.exe 1>&2
  exit /b 2
)
:check
"%JAVA%" --version >nul 2>&1
if errorlevel 1 (
  echo dnn: no Java 17 or later found; install one and set JAVA_HOME to it 1>&2
  exit /b 2
)
set "EFFORT=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
if "%~1"=="train" set "EFFORT=-XX:+UseParallelGC"
if "%~1"=="evaluate" set "EFFORT=-XX:+UseParallelGC"
if "%~1"=="predict" set "EFFORT=-XX:+UseParallelGC"
if "%~1"=="gradcheck" set "EFFORT=-XX:+UseParallelGC"
"%JAVA%" -Xshare:auto -Xlog:disable -Xlog:all=error:stderr %EFFORT% %DNN_JAVA_OPTIONS% -cp "%HOME_DIR%\lib\*" dnn.launcher.Main %*
exit /b %ERRORLEVEL%
