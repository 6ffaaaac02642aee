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
set "VECTORS="
for %%C in (train resume verify replay evaluate predict gradcheck) do if "%~1"=="%%C" (set "EFFORT=-XX:+UseParallelGC" & set "VECTORS=1")
rem A probe computes on the backend that training will take; the version says which there are.
for %%C in (--version -V) do if "%~1"=="%%C" set "VECTORS=1"
if not "%~1"=="check" goto vectors
:arguments
shift /1
if "%~1"=="--probe" set "VECTORS=1"
if not "%~1"=="" goto arguments
:vectors
if not defined VECTORS goto start
rem The fastest backend needs the Vector API, which a cut-down runtime may lack.
"%JAVA%" --list-modules | findstr /b jdk.incubator.vector >nul && set "EFFORT=%EFFORT% --add-modules jdk.incubator.vector"
rem Its innermost loops lose an eighth of their speed where the compiler keeps integers in vector registers; only the server compiler knows the option.
"%JAVA%" -XX:-UseFPUForSpilling -version >nul 2>&1 && set "EFFORT=%EFFORT% -XX:-UseFPUForSpilling"
:start
"%JAVA%" -Xshare:auto -Xlog:disable -Xlog:all=error:stderr %EFFORT% %DNN_JAVA_OPTIONS% -cp "%HOME_DIR%\lib\*" dnn.launcher.Main %*
exit /b %ERRORLEVEL%
