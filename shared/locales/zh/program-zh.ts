/** Texts of what the program says of itself: licences, release notes, a look over its file, where that lies. */
export const programZh = {
  program: {
    notices: "第三方许可",
    releaseNotes: "版本说明",
    dataFolder: "数据文件夹",
    otherDesk: "其他工作台",
    openOther: "打开另一工作台…",
    openOtherText: "关闭当前工作台，打开另一文件夹中的数据；文件夹为空则新建。同时打开两个：以 --desk=文件夹 启动",
    moveData: "移动数据…",
    moveDataText: "程序会关闭，把数据库、备份与日志移到所选空文件夹，核对无误后删除原文件，再重新打开",
    moving: "正在关闭，随后移动数据…",
    check: "检查数据库",
    checking: "正在读取整个数据库并核对全部引用，可继续工作…",
    sound: "未发现问题",
    soundText: "{{size}}，{{loans}} 笔债权，结构、索引与引用均一致。",
    faulty: "发现 {{count}} 处问题",
    faultyText: "请停止录入，从最近的备份恢复；下列文字可提供给维护人员。",
    notes: {
      people: {
        title: "人员与审批",
        text: "人员与签名密钥、操作记录的校验；提交、复核、表决与限价；备忘录打印全部审批。",
      },
      company: {
        title: "公司视角",
        text: "季度数据、债务工具、监管规则与到期墙；项目对公司的影响、逐条规则的余量与最高价。",
      },
      bid: {
        title: "从估值到报价",
        text: "对手与中标概率、竞价现场、限价卡、付款结构比较、成交台账。",
      },
      sheet: {
        title: "清单表与新版清单",
        text: "逐格录入与批量粘贴；卖方更新清单后逐户逐字段比对；卖方字典记住上次的对应关系。",
      },
      program: {
        title: "程序本身",
        text: "deb 与 tar.xz 安装包；启动更快；检查数据库、移动数据文件夹、打开另一工作台；第三方许可与版本说明。",
      },
    },
  },
  "error.program.noticesMissing": "未找到许可文本，请重新安装程序。",
  "error.program.folderNotEmpty": "所选文件夹不为空，请选择空文件夹。",
  "error.program.folderInside": "数据不能移动到原文件夹之内，请选择其他位置。",
  "code.jobKind.checkDatabase": "检查数据库",
};
