; Installer for Windows of a folder that electron-builder packed, made by makensis on any system:
; makensis -DSOURCE=folder -DLIST=files-to-remove.nsh -DVERSION=1.2.3 -DOUTPUT=file.exe windows.nsi
; Silently: installer.exe /S [/D=folder]; "Uninstall.exe" /S
Unicode true
!include MUI2.nsh
!include LogicLib.nsh

!define NAME "AMC Deal Desk"
!define PROGRAM "AMC Deal Desk.exe"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\AMC Deal Desk"
!define OPEN_KEY "Software\Classes\Applications\${PROGRAM}"

Name "${NAME}"
OutFile "${OUTPUT}"
InstallDir "$PROGRAMFILES64\${NAME}"
RequestExecutionLevel admin
SetCompressor /SOLID lzma
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME}"
VIAddVersionKey "LegalCopyright" "AMC"

!define MUI_ICON "${NSISDIR}/Contrib/Graphics/Icons/modern-install.ico"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString RUNNING ${LANG_SIMPCHINESE} "AMC 收购定价台正在运行，请先关闭。"
LangString RUNNING ${LANG_ENGLISH} "AMC Deal Desk is running. Close it first."
LangString MENU_NAME ${LANG_SIMPCHINESE} "AMC 收购定价台"
LangString MENU_NAME ${LANG_ENGLISH} "AMC Deal Desk"
LangString DATA_STAYS ${LANG_SIMPCHINESE} "数据保留在 %APPDATA%\AMC Deal Desk"
LangString DATA_STAYS ${LANG_ENGLISH} "Your data stays in %APPDATA%\AMC Deal Desk"

; A program that runs holds its own file: what can't be written would be left half replaced.
!macro AssertClosed
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDOK
      SetErrorLevel 2
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Section "install"
  SetRegView 64
  SetShellVarContext all
  !insertmacro AssertClosed
  ; What an earlier version had and this one hasn't must go.
  ${If} ${FileExists} "$INSTDIR\Uninstall.exe"
    ExecWait '"$INSTDIR\Uninstall.exe" /S _?=$INSTDIR'
  ${EndIf}
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}/*.*"
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  CreateShortCut "$SMPROGRAMS\$(MENU_NAME).lnk" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKLM "${OPEN_KEY}" "FriendlyAppName" "$(MENU_NAME)"
  WriteRegStr HKLM "${OPEN_KEY}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr HKLM "${OPEN_KEY}\SupportedTypes" ".xlsx" ""
  WriteRegStr HKLM "${OPEN_KEY}\SupportedTypes" ".xls" ""
  WriteRegStr HKLM "${OPEN_KEY}\SupportedTypes" ".ods" ""
  WriteRegStr HKLM "${OPEN_KEY}\SupportedTypes" ".csv" ""
  WriteRegStr HKLM "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKLM "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
SectionEnd

Section "uninstall"
  SetRegView 64
  SetShellVarContext all
  !insertmacro AssertClosed
  ; By name: the folder may have been somebody's own.
  !include "${LIST}"
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\AMC 收购定价台.lnk"
  Delete "$SMPROGRAMS\AMC Deal Desk.lnk"
  DeleteRegKey HKLM "${OPEN_KEY}"
  DeleteRegKey HKLM "${UNINSTALL_KEY}"
  DetailPrint "$(DATA_STAYS)"
SectionEnd
