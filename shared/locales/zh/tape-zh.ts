import type { tapeFeature } from "../../contract/tape-channels.ts";
import type { ReconciliationLine } from "../../domain/import-report.ts";
import type { CollateralLink } from "../../domain/parsed-tape.ts";
import type { RejectionCode } from "../../domain/tape-fields.ts";
import type { TapeErrorCode, TapeFindingCode } from "../../domain/tape-findings.ts";
import type { MappingConfidence, SheetRole } from "../../domain/tape-mapping.ts";

/** Every key that the tape screens and messages need beside those of single fields; both languages are held to it. */
export type TapeTextKey =
  | `tape.code.${TapeErrorCode | Exclude<TapeFindingCode, RejectionCode>}`
  | `tape.role.${SheetRole}`
  | `tape.confidence.${MappingConfidence}`
  | `tape.outcome.${ReconciliationLine["outcome"]}`
  | `tape.link.${CollateralLink}`
  | `error.${(typeof tapeFeature)["errorCodes"][number]}`
  | `code.jobKind.${(typeof tapeFeature)["jobKinds"][number]}`;

export const tapeZh: Readonly<Record<TapeTextKey, string>> = {
  "tape.code.fileNotReadable": "无法读取文件，请确认文件未被移动或被其他程序占用。",
  "tape.code.emptyFile": "文件为空（0 字节）。",
  "tape.code.fileTooLarge": "文件超过 {{limitMb}} MB，请拆分后导入。",
  "tape.code.unsupportedFile": "不支持“{{extension}}”格式，请提供 .xlsx 或 .csv 文件。",
  "tape.code.legacyXls": "此文件为旧版 Excel 格式（.xls），请在 Excel 中另存为 .xlsx 后再导入。",
  "tape.code.encryptedWorkbook": "工作簿设有打开密码，请取消密码后再导入。",
  "tape.code.notXlsx": "文件内容不是有效的 .xlsx 工作簿，可能是其他格式改了扩展名。",
  "tape.code.notText": "文件内容不是文本清单，请确认文件格式。",
  "tape.code.damagedZip": "工作簿文件已损坏或不完整，请向出让方重新索取。",
  "tape.code.tooManyEntries": "工作簿内部部件超过 {{limit}} 个，已拒绝读取。",
  "tape.code.unsafeEntryName": "工作簿内含不安全的部件名称，已拒绝读取。",
  "tape.code.duplicateEntryName": "工作簿内部件“{{entry}}”重复，已拒绝读取。",
  "tape.code.encryptedEntry": "工作簿内部件“{{entry}}”已加密，已拒绝读取。",
  "tape.code.compressionRatio": "部件“{{entry}}”压缩比超过 {{limit}}:1，疑似压缩炸弹，已拒绝读取。",
  "tape.code.unpackedTooLarge": "工作簿解压后超过 {{limitMb}} MB，已拒绝读取。",
  "tape.code.externalLinks": "工作簿引用了其他文件，请在 Excel 中断开链接（粘贴为数值）后再导入。",
  "tape.code.doctype": "部件“{{entry}}”含有文档类型声明，已拒绝读取。",
  "tape.code.damagedWorkbook": "工作簿内容有误，无法读取。请在 Excel 中打开并另存后重试。",
  "tape.code.tooManyRows": "工作表“{{sheet}}”第 {{row}} 行超出行数上限 {{limit}}。",
  "tape.code.tooManyColumns": "工作表“{{sheet}}”第 {{row}} 行超出列数上限 {{limit}}，请删除表格右侧的多余内容。",
  "tape.code.tooManyCells": "工作表“{{sheet}}”单元格数超过上限 {{limit}}，请拆分后导入。",
  "tape.code.cellTooLong": "工作表“{{sheet}}”第 {{row}} 行有单元格超过 {{limit}} 个字符。",
  "tape.code.encodingUnknown": "无法识别文件编码（既非 UTF-8 也非 GB18030），请确认文件未损坏。",
  "tape.code.encodingMismatch": "文件内容与所选编码 {{encoding}} 不符，请改选其他编码。",
  "tape.code.csvDamaged": "第 {{line}} 行的 CSV 格式有误（如引号未闭合），无法继续读取。",
  "tape.code.sheetNotFound": "文件中没有工作表“{{sheet}}”。",
  "tape.code.noLoanSheet": "未指定债权清单工作表。",
  "tape.code.fieldNotMapped": "工作表“{{sheet}}”缺少必需字段“{{field}}”的对应列。",
  "tape.code.fieldMappedTwice": "工作表“{{sheet}}”中字段“{{field}}”对应了多列。",
  "tape.code.fieldNotOfRole": "字段“{{field}}”不适用于工作表“{{sheet}}”的类型。",
  "tape.code.unitMissing": "工作表“{{sheet}}”第 {{column}} 列未注明金额单位，请选择元、万元或亿元。",
  "tape.code.cancelled": "已取消导入。",
  "tape.code.duplicateContract": "合同编号与前面的行重复",
  "tape.code.notANumber": "不是有效数字",
  "tape.code.negativeAmount": "金额为负数",
  "tape.code.amountTooLarge": "金额超出可处理范围",
  "tape.code.formulaWithoutValue": "公式没有保存计算结果",
  "tape.code.digitsLost": "长编号以数字格式存储，末尾数位已丢失",
  "tape.code.claimTotalDiffers": "债权总额与本金、利息、费用之和不符",
  "tape.code.statedTotalDiffers": "清单合计数与逐行加总不符",
  "tape.code.invalidDate": "日期无效",
  "tape.code.ambiguousDate": "日期的年月日顺序不明确",
  "tape.code.unknownCode": "无法识别的分类用语",
  "tape.code.notWholeNumber": "不是有效的整数",
  "tape.code.notAShare": "比例无法识别（应为 0 至 1 的小数或带 % 的百分数）",
  "tape.code.estimateIncomplete": "个案估值不完整（或折扣率与折损率矛盾），不采用",
  "tape.code.capForSeveral": "多个保证人只列一个保证金额，按每人各以此为限",
  "tape.code.columnCount": "表头之外仍有内容，该行可能错列",
  "tape.code.missingDebtor": "缺少债务人名称和证件号",
  "tape.code.collateralOrphan": "抵押物的合同编号在债权清单中不存在",
  "tape.code.collateralOfRejectedLoan": "抵押物所属债权已被剔除",
  "tape.code.collateralShared": "同一抵押物担保多笔债权，定价时只处置一次，按顺位及债权比例受偿",
  "tape.code.cutOffDiffers": "清单基准日与项目基准日不同，以项目基准日为准",
  "tape.role.loans": "债权清单",
  "tape.role.collateral": "抵押物清单",
  "tape.role.notes": "说明（不导入）",
  "tape.confidence.certain": "确定",
  "tape.confidence.likely": "可能",
  "tape.confidence.ambiguous": "待确认",
  "tape.confidence.none": "未识别",
  "tape.outcome.agrees": "一致",
  "tape.outcome.agreesWithRejected": "加上剔除行后一致",
  "tape.outcome.differs": "不一致",
  "tape.outcome.notStated": "清单未列合计",
  "tape.link.joined": "已关联债权",
  "tape.link.orphan": "无对应债权",
  "tape.link.rejectedLoan": "对应债权已剔除",
  "error.tape.refused": "该清单未能通过检查，未导入任何数据。请按提示修正文件后重新选择。",
  "error.tape.inspectionExpired": "文件在检查后已变动或检查已过期。请重新选择文件。",
  "error.tape.notFound": "找不到该次导入记录。请刷新本页。",
  "code.jobKind.inspectTape": "读取清单",
  "code.jobKind.importTape": "导入清单",
};
