/** A tape that is dragged onto the window. */
export const dropZh = {
  register: "松开即以该清单登记新项目",
  tape: "松开即选作本项目的资产清单",
  hasTape: "本项目已导入资产清单；如需更换，请先撤销导入",
  elsewhere: "请把资产清单拖到“项目台账”（登记新项目）或项目的“资产清单”界面（选作该项目的清单）",
  dealFrom: "保存后将以 {{fileName}} 为本项目的资产清单。以下内容取自该文件，请核对。",
  unit: "清单金额单位",
  unitOpen: "清单中确认",
  unitLikely: "文件未注明单位；从数字看更可能是{{unit}}，请核对后选择",
};
