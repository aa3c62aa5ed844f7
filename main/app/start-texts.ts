import type { Language } from "../../shared/domain/codes.ts";
import type { ErrorCode } from "../../shared/error-codes.ts";

interface StartTexts {
  readonly title: string;
  readonly openLog: string;
  readonly openBackups: string;
  readonly quit: string;
  readonly reload: string;
  readonly crashedOften: string;
  readonly switchRefused: string;
  readonly moveFailed: string;
  readonly databaseGone: string;
  readonly databaseGoneUncopied: string;
  readonly edit: string;
  readonly editItems: readonly [undo: string, redo: string, cut: string, copy: string, paste: string, selectAll: string];
  readonly view: string;
  readonly viewItems: readonly [zoomIn: string, zoomOut: string, actualSize: string];
  /** Below the failure, where there are backups. */
  readonly restoreOffered: string;
  /** A button: null for what the backup doesn't say. */
  readonly restoreOne: (madeAt: string, deals: number | null, runs: number | null) => string;
  readonly failures: Partial<Record<ErrorCode, string>> & { readonly internal: string };
}

/** Texts of native dialogs and menus: they must be there when the page isn't. */
export const startTexts: Record<Language, StartTexts> = {
  zh: {
    title: "AMC 收购定价台",
    openLog: "打开日志",
    openBackups: "打开备份文件夹",
    quit: "退出",
    reload: "重新载入",
    crashedOften: "页面在一分钟内多次停止，不再自动恢复。已保存的数据不受影响。",
    moveFailed: "数据未能移动到所选文件夹，仍在原处，未作任何改动。请检查该文件夹是否为空、可写，磁盘空间是否足够。",
    switchRefused: "不支持此启动参数：",
    databaseGone: "数据库文件在程序运行时被移走或替换，之后的更改无法保存。请重新启动程序。截至目前的数据已另存为：",
    databaseGoneUncopied: "数据库文件在程序运行时被移走或替换，之后的更改无法保存，数据也未能另存。请先把文件放回原处，再重新启动程序。",
    edit: "编辑",
    editItems: ["撤销", "重做", "剪切", "复制", "粘贴", "全选"],
    view: "视图",
    viewItems: ["放大", "缩小", "实际大小"],
    restoreOffered: "可从下列备份恢复；现有文件会另存在备份文件夹中。",
    restoreOne: (madeAt, deals, runs) => `恢复 ${madeAt} 的备份（${deals === null ? "内容未知" : `${deals} 个项目，${runs ?? "—"} 个方案`}）`,
    failures: {
      "db.newer": "数据库由更新版本的程序写入，本版本不能打开。请安装新版本；数据库未作任何改动。",
      "db.damaged": "数据库文件已损坏或被其他程序改动，本程序未作任何改动。请恢复最近的备份。",
      "db.keyMissing":
        "数据库已加密，旁边的密钥文件（desk.sqlite-key）却不在，备份文件夹中也没有。请把它放回原处，或连同备份的 -key 文件恢复备份；数据库未作任何改动。",
      "backup.damaged": "所选备份已损坏，未恢复；数据库未作任何改动。请打开备份文件夹另选备份。",
      "db.foreign": "该文件不是本程序的数据库，未作任何改动。",
      "db.readOnly": "数据库文件或其文件夹不可写。请检查权限或磁盘是否只读。",
      "db.unreachable": "数据库文件是一个链接，所指的位置目前无法访问。请接上磁盘或连接共享文件夹后重新启动。",
      "db.busy": "数据库正被另一个程序使用。请先关闭该程序。",
      "db.full": "磁盘空间不足，数据库无法打开。请释放空间后重试。",
      "db.ioFailed": "磁盘读写失败，数据库无法打开。请检查磁盘；数据库未作任何改动。",
      "db.migrationFailed": "数据库升级失败，已恢复到升级前的状态；升级前的备份在备份文件夹中。",
      internal: "程序无法启动。详情见日志。",
    },
  },
  en: {
    title: "AMC Deal Desk",
    openLog: "Open log",
    openBackups: "Open backups folder",
    quit: "Quit",
    reload: "Reload",
    crashedOften: "The page stopped several times within a minute and is not reloaded again. Saved work is not affected.",
    moveFailed:
      "The data could not be moved to that folder. It is where it was, and nothing was changed. Check that the folder is empty and can be written, and that there is room on the disk.",
    switchRefused: "This start switch is not supported: ",
    databaseGone:
      "The database file was removed or replaced while the app is open, so nothing more can be saved. Restart the app. The work up to now was copied to:",
    databaseGoneUncopied:
      "The database file was removed or replaced while the app is open. Nothing more can be saved, and the work up to now could not be copied. Put the file back, then restart the app.",
    edit: "Edit",
    editItems: ["Undo", "Redo", "Cut", "Copy", "Paste", "Select all"],
    view: "View",
    viewItems: ["Zoom in", "Zoom out", "Actual size"],
    restoreOffered: "One of these backups can be restored; the file that is there now is kept in the backups folder.",
    restoreOne: (madeAt, deals, runs) => `Restore ${madeAt} (${deals === null ? "content unknown" : `deals: ${deals}, runs: ${runs ?? "—"}`})`,
    failures: {
      "db.newer":
        "The database was written by a newer version of this app and can't be opened by this one. Install the newer version; the database was not changed.",
      "db.damaged": "The database file is damaged, or another program changed it. This app changed nothing. Restore the latest backup.",
      "db.keyMissing":
        "The database is encrypted, and its key file (desk.sqlite-key) is neither beside it nor in the backups folder. Put it back, or restore a backup with its -key file; the database was not changed.",
      "backup.damaged": "The backup is damaged and was not restored; the database was not changed. Try another from the backups folder.",
      "db.foreign": "This file is not a database of this app. It was not changed.",
      "db.readOnly": "The database file or its folder can't be written. Check the permissions, or whether the disk is read-only.",
      "db.unreachable": "The database's file is a link to a place that can't be reached. Plug in the drive or connect the share, then start again.",
      "db.busy": "Another program is using the database. Close it first.",
      "db.full": "The disk is full, so the database can't be opened. Free some space and try again.",
      "db.ioFailed": "The disk failed while the database was read, so it can't be opened. Have the disk looked at; the database was not changed.",
      "db.migrationFailed": "The database could not be upgraded and is as it was before. A backup from before the upgrade is in the backups folder.",
      internal: "The app can't start. The log has the details.",
    },
  },
};
