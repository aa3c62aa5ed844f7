import type { Language } from "../../shared/domain/codes.ts";

interface Versions {
  readonly version: string;
  readonly engineVersion: string;
  readonly electronVersion: string;
}

/** What `--version` says. */
export const versionLine = ({ version, engineVersion, electronVersion }: Versions): string =>
  `AMC Deal Desk ${version} (engine ${engineVersion}, Electron ${electronVersion})\n`;

/** What `--help` says, in the system's language: no desk is opened for it. */
export const startHelp: Record<Language, string> = {
  zh: `用法：amc-deal-desk [选项] [清单文件 …]

  清单文件         .xlsx、.xls、.ods、.csv：新建项目并读入；程序已打开时交给已打开的窗口
  --desk=文件夹    打开另一文件夹中的数据，窗口独立
  --lang=语言      首次启动的界面语言，如 zh-CN 或 en
  --version        显示版本
  --help           显示本说明

环境变量 AMC_DATA_DIR 指定数据文件夹；--desk 优先。
`,
  en: `Usage: amc-deal-desk [options] [tape …]

  tape             .xlsx, .xls, .ods or .csv: begins a new deal with it; a program that runs already takes it
  --desk=FOLDER    opens the data in another folder, in a window of its own
  --lang=LANGUAGE  language at the first start, such as zh-CN or en
  --version        says the version
  --help           says this

AMC_DATA_DIR in the environment names the data folder; --desk goes before it.
`,
};
