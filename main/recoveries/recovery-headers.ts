import { type RecoveryColumns, type RecoveryField, recoveryFields } from "../../shared/domain/recoveries.ts";
import { displayCell } from "../tapes/cells/cell-text.ts";
import type { RawRow } from "../tapes/files/raw-sheet.ts";
import { headerKey } from "../tapes/header/header-key.ts";

/** Headers of lists of closed loans, in the form that `headerKey` gives; the words within one stand in order of preference. */
const words: Readonly<Record<RecoveryField, string>> = {
  receiptDate: "回收日期 回款日期 回收日 回款日 到账日期 到账日 收款日期 收款日 还款日期 receiptdate recoverydate collectiondate paymentdate",
  observedTo:
    "观察截止日 观察截止日期 观察期末 数据截止日 数据截止日期 统计截止日 统计截止日期 截止日期 截止日 observedto observeduntil observationdate asofdate asof",
  startDate:
    "核销日期 核销日 收购日期 收购日 受让日期 受让日 取得日期 取得日 接收日期 转让日期 违约日期 chargeoffdate dateofchargeoff acquisitiondate purchasedate transferdate defaultdate",
  receipts:
    "回收金额 回款金额 累计回收 累计回款 累计回收金额 累计回款金额 回收总额 回款总额 回收合计 回款合计 现金回收 现金回收金额 清收金额 收款金额 回收 回款 realisedrecoveries realizedrecoveries totalrecoveries grossrecoveries recoveries recovery totalreceipts receipts receipt amountrecovered recoveredamount amountreceived collections totalcollections amountcollected",
  balance:
    "核销本金 核销余额 核销金额 核销本金余额 收购本金 收购债权 收购债权余额 债权余额 债权总额 债权金额 本金余额 贷款余额 剩余本金 未偿本金 本金 余额 balance outstandingprincipal outstandingbalance principalbalance unpaidprincipalbalance unpaidprincipal upb chargeoffbalance chargedoffbalance chargeoffamount balanceatchargeoff claim totalclaim principal exposure exposureatdefault ead",
  segment:
    "分层 资产分层 客群 产品 产品名称 产品类型 业务品种 贷款品种 贷款种类 贷款类型 业务类型 担保方式 等级 评级 信用等级 资产类型 分类 segment product productname producttype loantype assetclass grade rating riskgrade",
  loanId:
    "借据号 借据编号 合同编号 合同号 借款合同编号 借款合同号 贷款编号 贷款账号 账号 账户编号 编号 loanid loanno loannumber contractid contractno contractnumber accountid accountno accountnumber id",
};

/** Fields whose header may hold other words as well, dates before amounts: "首次核销日期（年-月-日）" is no amount. */
const looseOrder: readonly RecoveryField[] = ["receiptDate", "observedTo", "startDate", "receipts", "balance", "segment", "loanId"];
/** What has one of these in its header is no amount of receipts or of what was owed. */
const noAmount = /费|率|日|期|次数|笔数|fees?|rate|ratio|date|count|number|share|pct|percent/;
const shortestLoose = { latin: 6, other: 2 };

interface RecoveryHeader {
  readonly index: number;
  readonly header: string;
}

export interface RecoveryHead {
  readonly row: RawRow;
  readonly headers: readonly RecoveryHeader[];
  readonly columns: RecoveryColumns;
  readonly fieldCount: number;
}

const noColumns = Object.fromEntries(recoveryFields.map((field) => [field, null])) as RecoveryColumns; // each field once

/** The row that names the most fields, the first of equals; where none names any, the first with two texts. Null: no such row. */
export function findRecoveryHeader(rows: readonly RawRow[]): RecoveryHead | null {
  let best: RecoveryHead | null = null;
  for (const row of rows) {
    const headers = headersOf(row);
    if (headers.length < 2) continue;
    const columns = columnsOf(headers);
    const fieldCount = Object.values(columns).filter((index) => index !== null).length;
    if (best === null || fieldCount > best.fieldCount) best = { row, headers, columns, fieldCount };
  }
  return best;
}

function headersOf({ cells }: RawRow): RecoveryHeader[] {
  return cells.flatMap((cell, index) => {
    const header = typeof cell === "string" ? displayCell(cell) : "";
    return /[a-z\u4e00-\u9fff]/i.test(headerKey(header)) ? [{ index, header }] : [];
  });
}

function columnsOf(headers: readonly RecoveryHeader[]): RecoveryColumns {
  const columns: Record<RecoveryField, number | null> = { ...noColumns };
  const taken = new Set<number>();
  const take = (field: RecoveryField, found: RecoveryHeader | undefined) => {
    if (found === undefined) return;
    columns[field] = found.index;
    taken.add(found.index);
  };
  const keyed = headers.map((one) => ({ ...one, key: headerKey(one.header) }));
  for (const field of recoveryFields) {
    const word = words[field].split(" ").find((one) => keyed.some(({ key, index }) => key === one && !taken.has(index)));
    if (word !== undefined)
      take(
        field,
        keyed.find(({ key, index }) => key === word && !taken.has(index)),
      );
  }
  for (const field of looseOrder) {
    if (columns[field] !== null) continue;
    take(
      field,
      keyed.find(({ key, index }) => !taken.has(index) && isLoosely(key, field)),
    );
  }
  return columns;
}

function isLoosely(key: string, field: RecoveryField): boolean {
  if ((field === "balance" || field === "receipts") && noAmount.test(key)) return false;
  return words[field].split(" ").some((word) => word.length >= (/^[a-z]/.test(word) ? shortestLoose.latin : shortestLoose.other) && key.includes(word));
}
