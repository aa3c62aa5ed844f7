import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { pathToFileURL } from "node:url";

/** The twenty columns of the benchmark's loan list, all of which the desk reads. */
const headers = [
  "合同编号",
  "借款人名称",
  "统一社会信用代码",
  "经办行",
  "行业",
  "地区",
  "产品",
  "本金余额（元）",
  "利息余额（元）",
  "代垫费用（元）",
  "债权合计（元）",
  "五级分类",
  "担保方式",
  "保证人",
  "放款日期",
  "到期日",
  "逾期日",
  "诉讼阶段",
  "管辖法院",
  "备注",
] as const;

const provinces = ["浙江", "江苏", "山东", "广东", "四川", "湖北", "河南", "福建", "安徽", "辽宁"];
const cities = ["杭州市", "苏州市", "济南市", "佛山市", "绵阳市", "宜昌市", "洛阳市", "泉州市", "芜湖市", "鞍山市"];
const industries = ["制造业", "批发和零售业", "建筑业", "房地产业", "农、林、牧、渔业", "住宿和餐饮业"];
const products = ["流动资金贷款", "固定资产贷款", "个人经营贷款", "银行承兑汇票垫款"];
const classes = ["次级", "可疑", "损失"];
const securities = ["信用", "保证", "抵押", "质押"];
const stages = ["未诉", "已诉", "已判决", "执行中", "终本"];
const surnames = Array.from("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗");
const givenNames = Array.from("建国志强秀英海燕明华丽娟晓东文军玉兰春梅永康德胜");
const codeSigns = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** mulberry32: the same list at every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function dayOf(next: () => number, firstYear: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${firstYear + Math.floor(next() * 4)}-${two(1 + Math.floor(next() * 12))}-${two(1 + Math.floor(next() * 28))}`;
}

/** The rows of the list, the header first; about two loans to a debtor. */
export function* loanList(rows: number, seed = 1): Generator<readonly string[]> {
  const next = random(seed);
  const of = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? "";
  yield headers;
  for (let row = 0; row < rows; row += 1) {
    const debtor = Math.floor(next() * (rows / 2));
    const place = debtor % cities.length;
    const code = `91${String(330_000 + (debtor % 9_000)).padStart(6, "0")}${debtor.toString(16).toUpperCase().padStart(8, "0")}MA`;
    const principal = Math.round(next() ** 3 * 1e9) + 100_000;
    const interest = Math.round(principal * next() * 0.4);
    const fees = next() < 0.3 ? Math.round(next() * 500_000) : 0;
    const yuan = (fen: number) => (fen / 100).toFixed(2);
    yield [
      `JK${String(2_019_000_000 + row)}${codeSigns[row % 31] ?? ""}`,
      `${provinces[place] ?? ""}${surnames[debtor % 20] ?? ""}${givenNames[(debtor >> 2) % givenNames.length] ?? ""}${debtor}实业有限公司`,
      code,
      `${cities[place] ?? ""}分行第${(debtor % 40) + 1}支行`,
      of(industries),
      `${provinces[place] ?? ""}省${cities[place] ?? ""}`,
      of(products),
      yuan(principal),
      yuan(interest),
      yuan(fees),
      yuan(principal + interest + fees),
      of(classes),
      of(securities),
      next() < 0.4 ? `${of(surnames)}${of(givenNames)}${of(givenNames)}` : "",
      dayOf(next, 2015),
      dayOf(next, 2019),
      dayOf(next, 2020),
      of(stages),
      `${cities[place] ?? ""}中级人民法院`,
      next() < 0.1 ? "已与债务人电话联系，承诺分期还款" : "",
    ];
  }
}

export async function writeLoanList(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  let text = "";
  for (const cells of loanList(rows)) {
    text += `${cells.join(",")}\n`;
    if (text.length < 1 << 20) continue;
    if (!file.write(text)) await once(file, "drain");
    text = "";
  }
  file.end(text);
  await once(file, "close");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await writeLoanList(process.argv[2] ?? "loans.csv", Number(process.argv[3] ?? 1e6));
