import type { CompanyRecord } from "../../shared/contract/company-channels.ts";

/** How a cell of a company's table is read. */
type CompanyCell = "amount" | "rate" | "date" | "text" | "instrumentKind" | "yes";

export interface CompanyColumn {
  readonly field: string;
  readonly cell: CompanyCell;
  /** Headers in the form that `headerKey` gives. */
  readonly words: readonly string[];
}

const column = (field: string, cell: CompanyCell, words: string): CompanyColumn => ({ field, cell, words: words.split(" ") });

/** Headers under which a company's own tables and agencies' list the fields. */
export const companyColumns: Readonly<Record<CompanyRecord["kind"], readonly CompanyColumn[]>> = {
  quarter: [
    column("quarterEnd", "date", "季末 季度末 报告期 报告期末 截止日 截止日期 日期 quarterend reportdate period date"),
    column("netAssetsFen", "amount", "净资产 所有者权益 股东权益 netassets equity"),
    column("borrowingsFen", "amount", "融入资金 融入资金余额 有息债务 有息负债 借款 borrowings debt"),
    column("cashFen", "amount", "货币资金 现金 cash"),
    column("liquidAssetsFen", "amount", "流动性资产 优质流动性资产 合格流动资产 liquidassets"),
    column("outflow30Fen", "amount", "30日流出 未来30日流出 未来30日现金流出 outflow30 outflow30d"),
    column("inflow30Fen", "amount", "30日流入 未来30日流入 未来30日现金流入 inflow30 inflow30d"),
    column("relatedClaimsFen", "amount", "关联方债权 关联方债权余额 relatedclaims"),
    column("investedAllFen", "amount", "本年新增投资 新增投资 newinvestment"),
    column("investedNplFen", "amount", "本年新增金融不良 新增金融不良 金融不良投资 newfinancialnpl"),
    column("totalAssetsFen", "amount", "总资产 资产总额 资产总计 totalassets"),
    column("source", "text", "来源 source"),
  ],
  instrument: [
    column("name", "text", "名称 机构 债权人 工具名称 简称 name lender"),
    column("kind", "instrumentKind", "类型 工具类型 融资方式 kind type"),
    column("limitFen", "amount", "额度 授信额度 授信 规模 发行规模 limit"),
    column("drawnFen", "amount", "已用 已用额度 余额 已提款 存续余额 drawn balance outstanding"),
    column("rate", "rate", "利率 年利率 票面利率 融资成本 rate coupon"),
    column("startsOn", "date", "起始日 起息日 提款日 开始日 start starts"),
    column("maturesOn", "date", "到期日 到期日期 兑付日 maturity matures"),
    column("covenants", "text", "约束条款 特殊条款 财务约束 covenants"),
  ],
  exposure: [
    column("name", "text", "客户 客户名称 债务人 债务人名称 名称 name debtor client"),
    column("identifier", "text", "证件号 统一社会信用代码 信用代码 证件号码 identifier creditcode"),
    column("groupName", "text", "集团 所属集团 集团名称 group"),
    column("balanceFen", "amount", "余额 风险敞口 投资余额 敞口 balance exposure"),
    column("isRelated", "yes", "关联方 是否关联方 related"),
  ],
};
