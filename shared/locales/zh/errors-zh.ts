/** Failures that belong to no feature: what happened, then what to do. */
export const errorsZh = {
  "ipc.badPayload": "提交的内容不符合要求，未作任何更改。请检查输入后重试。",
  "ipc.unknownChannel": "程序请求了不存在的功能。请重新启动程序；如仍出现，请提供日志文件。",
  "ipc.foreignSender": "请求并非来自本程序窗口，已被拒绝。请重新启动程序。",
  internal: "程序内部出错，本次操作未完成。请重试；如仍出现，请打开日志文件并交给技术支持。",
  "job.cancelled": "任务已取消，未保存任何结果。需要时可重新开始。",
  "job.failed": "后台任务中断，未保存任何结果。请重试；如仍出现，请查看日志文件。",
  "db.newer": "数据库由更新版本的程序创建，本版本不能打开。请升级程序后再打开。",
  "db.damaged": "数据库文件已损坏，未作任何写入。请从备份文件夹恢复最近的备份。",
  "db.foreign": "所选文件不是本程序的数据库。请检查数据文件位置。",
  "db.readOnly": "数据库文件为只读，无法保存。请检查文件及文件夹的写入权限。",
  "db.busy": "数据库正被另一程序占用。请关闭其他窗口后重试。",
  "db.full": "磁盘空间不足，未能保存。请释放空间后重试。",
  "db.migrationFailed": "数据库升级失败，已保留原数据。请查看日志文件，勿删除备份。",
  "file.notFound": "找不到文件，可能已被移动或改名。请重新选择。",
  "file.unreadable": "无法读取文件。请确认文件未被其他程序占用且有读取权限。",
  "file.notWritable": "无法写入文件。请确认目标文件未被打开且有写入权限，或另选位置。",
};
