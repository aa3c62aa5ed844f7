interface SettingTable {
  key: string;
  value: string;
}

/** Which seeds were written once; what the desk removes afterwards stays removed. */
interface SeedAppliedTable {
  name: string;
  applied_at: string;
}

/** What belongs to no deal and no feature. */
export interface GroundTables {
  setting: SettingTable;
  seed_applied: SeedAppliedTable;
}
