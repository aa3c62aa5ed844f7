/** Why a typed number or day is not taken. */
export const typedZh = {
  notANumber: "无法识别为数字",
  commaPlace: "逗号只作千位分隔，每三位一个；小数点请用“.”，如 12.5",
  severalNumbers: "这里不止一个数，请只填一个",
  severalReadings: "这样写不止一种读法，请写成一个数，如 3.5万",
  unknownWord: "无法识别“{{word}}”，请只填数字和单位",
  unitNotHere: "此处不用“{{word}}”作单位",
  currencyWithoutUnit: "本栏单位不是元，带“¥”时请写明单位，如“¥12,000 元”或“¥1.2 万元”",
  otherCurrency: "“{{word}}”不是人民币，请填折算后的人民币金额",
  finerThanFen: "金额最多精确到分",
  tooManyDigits: "位数过多，最多 15 位有效数字",
  tooLarge: "金额过大",
  notADay: "无法识别为日期，请填如 2025-11-13",
  noSuchDay: "没有这一天",
  dayOrMonthFirst: "日、月先后不明，请按年月日填写，如 2025-11-13",
  yearMissing: "缺少年份，请填如 2025-11-13",
  yearShort: "年份请写四位，如 2025-11-13",
  yearRange: "年份须在 1900 与 2199 之间",
  dayMissing: "缺少月或日，请填如 2025-11-13",
  timeNotHere: "请只填日期，不填时间",
};

/** What is said of an input that is taken though it is unusual. */
export const unusualZh = {
  rate: "现为 {{rate}}，通常在 {{from}} 与 {{to}} 之间",
  rateAsDecimal: "现为 {{rate}}；若指 {{meant}}，请填 {{meant}}",
  bidAboveClaim: "报价高于债权总额，请核对",
  bidBelowThousandth: "报价不足本金余额的千分之一，请核对单位",
};
