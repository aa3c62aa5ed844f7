import type { Generated } from "kysely";
import type { Fixed, Flag } from "./column-types.ts";

/** `body` is the record as JSON. */
interface CompanyRecordTable {
  id: Generated<number>;
  kind: Fixed<"quarter" | "instrument" | "exposure">;
  body: string;
  is_sample: Flag;
}

interface CompanyPlanTable {
  id: Fixed<number>;
  body: string;
  is_sample: Flag;
}

interface ComplianceRuleTable {
  id: Generated<number>;
  code: string;
  body: string;
  seeded: Flag;
}

interface ComplianceAnswerTable {
  id: Generated<number>;
  deal_id: Fixed<number>;
  code: Fixed<string>;
  body: string;
}

/** The company's figures and the rules that it is held to. */
export interface CompanyTables {
  company_record: CompanyRecordTable;
  company_plan: CompanyPlanTable;
  compliance_rule: ComplianceRuleTable;
  compliance_answer: ComplianceAnswerTable;
}
