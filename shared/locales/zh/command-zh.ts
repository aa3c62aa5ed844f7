/** 命令行（dealdesk）的文字。 */
export const commandZh = {
  help: `用法
  dealdesk price 清单.csv [选项]     导入清单并报价
  dealdesk assumptions [--out 文件]  写出内置假设、情形与来源，供修改
  dealdesk verify 卷宗.dealdossier  核对卷宗各部分的校验码，并重算其中的测算
  dealdesk audit desk.sqlite [--head 末条] [--file 文件]
                                            核对操作留痕；--head 为报告上印的末条（序号-散列），
                                            --file 为曾保存的文件：查出原样送出它的那一条

price 的选项
  --assumptions 文件   假设（JSON）；文件未写的项沿用内置假设
  --cases 文件         悲观、基准、乐观三种情形的调整（JSON）
  --hurdle 0.12        目标收益率（年化），也可写 12%；大于 1 时须带 % 号
  --bid 123456.00      报价（元），也可写 1.8亿、12,000万元；不填则取基准情形的最高报价
  --unit 单位          元 | 千元 | 万元 | 百万元 | 亿元（yuan | qianYuan | wanYuan | baiWanYuan | yiYuan）；清单未注明金额单位时必填
  --deal-kind 类型     corporateBulk | singleCorporate | retailBulk | other，不填按 corporateBulk
  --cut-off 日期       基准日，如 2025-11-13、2025年11月13日
  --encoding 编码      utf-8 | gb18030；不填则自动识别
  --delimiter 分隔符   comma | tab | semicolon | pipe | caret | tilde | wideComma | listComma；文本清单的列分隔符，不填则自动识别
  --role 内容          loans | collateral | guarantors | repayments | facts | notes：清单是什么；多张工作表的写 工作表=loans；不填则自动识别
  --drawdowns 选择     loans | claim：同一合同的多张借据各作一笔债权（不写时如此），或并为一笔债权
  --simulate 路径数    对基准情形作随机模拟（200 至 100000 条路径），结果含分布
  --seed 整数          随机种子；相同种子结果相同
  --explain            结果含各情形最高报价的逐层依据（含债务人名称）
  --loans              结果中列出逐笔债权（含债务人名称）
  --out 文件           将结果写入 JSON 文件
  --format 格式        table | json：在屏幕上显示表格（默认）或 JSON
  --lang 语言          zh | en
  --help               显示本说明

退出码：0 成功；1 程序出错；2 用法有误；3 清单被拒；4 假设或数据无法测算；5 结果无法写入；6 留痕不可信；7 卷宗被改动或重算不一致；130 中断。
被拒时在标准错误输出一句说明及代码，不写入任何文件。
`,
  seeHelp: "查看用法：dealdesk --help",
  internal: "程序内部出错，未写入任何文件。",
  unitHint: "请用 --unit 指定。",
  roleHint: "若清单被读作抵押物清单等，请用 --role loans 指定为债权清单；有多张工作表的，写 --role 工作表=loans。",
  because: "{{sentence}}{{reason}}。",
  noCutOff: "清单与命令均未注明基准日，债权效力不作审查；可用 --cut-off 指定",
  bidAboveZero: "报价至少 0.01 元；不填 --bid 则取基准情形的最高报价，没有正价时结果会说明",
  percentSign: "大于 1 的收益率请带 % 号，如 12%",
  note: "提示：{{doubt}}。",
  noteOf: "{{what}}：{{doubt}}",
  error: {
    unknownCommand: "没有“{{command}}”命令。",
    unknownOption: "没有“{{option}}”选项。",
    optionTwice: "选项 {{option}} 重复。",
    valueMissing: "选项 {{option}} 缺少取值。",
    valueUnexpected: "选项 {{option}} 不带取值。",
    badValue: "选项 {{option}} 不接受“{{value}}”，可用：{{allowed}}。",
    deskMissing: "未指定数据库文件，如 desk.sqlite。",
    dossierMissing: "未指定卷宗文件，如 项目.dealdossier。",
    noTrail: "“{{file}}”不是有留痕的数据库：不是本程序的文件、已损坏，或早于留痕。",
    deskEncrypted: "“{{file}}”已加密。请在程序中打开，在“人员与留痕”中核对。",
    tapeMissing: "未指定清单文件。",
    argumentsSeveral: "多出的参数“{{argument}}”。",
    tapesSeveral: "一次只能处理一份清单，收到 {{count}} 份。",
    fileNotFound: "找不到文件“{{file}}”。",
    badJson: "文件“{{file}}”不是有效的 JSON。",
    unknownField: "文件“{{file}}”含有未知的项“{{field}}”。",
    badField: "文件“{{file}}”中“{{field}}”超出允许范围或类型不符：{{reason}}。",
    firstRoundGap: "文件“{{file}}”：assumptions.collateral.rounds.0.gapMonths 须为 0；首轮之前没有拍卖，首轮时间按所处阶段（timing）。",
    roleOfSeveral: "文件有多张清单（{{sheets}}），请写明是哪一张，如 --role 工作表={{role}}。",
    sheetUnknown: "文件中没有清单“{{sheet}}”，有：{{sheets}}。",
    unitContradicts: "工作表“{{sheet}}”注明的金额单位为 {{stated}}，与 --unit（{{unit}}）矛盾。",
    notWritable: "无法写入“{{file}}”，请确认文件夹存在且有写入权限。",
  },
  verify: {
    of: "{{deal}}：引擎 {{engine}}，测算 {{runs}} 个",
    manifest: "卷宗校验码 {{sha256}}",
    equal: "一致：各部分均与封存时相同，全部测算重算结果相同。",
    notEqual: "不一致。",
  },
  audit: {
    holds: "留痕完好：{{events}} 条，签名 {{signed}} 条，内容已清除 {{erased}} 条。",
    empty: "留痕为空。",
    head: "末条：{{head}}",
    heldTo: "与给出的末条一致。",
    notHeld: "未给出末条：尾部被截或整链重造无法发现。",
    fileFound: "{{fileName}}：与第 {{event}} 条（{{at}}）送出时一字不差。",
    fileNotFound: "{{fileName}}：没有一条留痕送出过这个文件。它后来被改过、出自别的工作站、该条内容已清除，或留痕被截、被重造。",
    setBack: "{{count}} 条的时钟早于上一条；顺序以链为准。",
    fault: "第 {{event}} 条起不可信：{{what}}",
  },
  table: {
    kindAssumed: "未指定，按此类型",
    rows: "清单 {{rows}} 行，保留 {{kept}} 笔，剔除 {{rejected}} 行",
    balances: "本金余额 {{upb}}，债权总额 {{claim}}（{{unit}}）",
    bid: "报价：{{bid}}",
    irrAtBid: "按报价：内部收益率",
    moicAtBid: "按报价：回收倍数",
    walAtBid: "按报价：加权平均期限（年）",
    paybackAtBid: "按报价：静态回收期（月）",
    routes: "回款现值占比：{{route}}",
    beyond: "至第 {{month}} 个月的回款，未计入",
    beyondBid: "计入后最高报价的变动",
    fills: "按规则补足（笔数；占报价，{{unit}}）",
    filledInAll: "含补足字段的债权合计占报价 {{share}}",
    taxes: "内部收益率与回收倍数未扣受让方自身税负。",
    findings: "清单检查发现",
    inRows: "第 {{rows}} 行",
    unused: "未使用的内容",
    choices: "取数依据",
    run: "结果哈希",
    engine: "引擎版本",
  },
};
