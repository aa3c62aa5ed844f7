/** 各类项目的假设集，以及个贷报价与市场的核对。 */
export const setOfDealZh = {
  line: "{{name}}（{{asOf}}）",
  edited: "已改动",
  offer: "本项目为“{{kind}}”，所用假设来自“{{name}}”。",
  change: "改用“{{name}}”",
  changeTitle: "改用“{{name}}”？",
  changeText: "本项目的共用假设与各情形调整将被替换，可用“撤销”恢复；报价与已保存的测算不变。",
  keep: "保留现有假设",
} as const;

export const marketCheckZh = {
  below:
    "基准情形最高报价占本金 {{ratio}}，低于 {{least}}–{{most}}（个贷批量转让 {{from}} 至 {{to}} 成交均价占本金 {{low}}–{{high}}，银登中心；仅作核对，假设不据此调整）。",
  above:
    "基准情形最高报价占本金 {{ratio}}，高于 {{least}}–{{most}}（个贷批量转让 {{from}} 至 {{to}} 成交均价占本金 {{low}}–{{high}}，银登中心；仅作核对，假设不据此调整）。",
  parts: "占本金：预期回收 {{receipts}} − 费用 {{costs}} − 资金等待与交易费用 {{waiting}} = {{ratio}}。",
  noPrice: "占本金：预期回收 {{receipts}}，费用 {{costs}}，扣除资金等待与交易费用后无正价。",
} as const;
