interface SettingTable {
  key: string;
  value: string;
}

/** Which seeds were written once; what the desk removes afterwards stays removed. */
interface SeedAppliedTable {
  name: string;
  applied_at: string;
}

/** What the desk says of its own file. */
interface DeskMarkTable {
  name: string;
  value: string;
}

/** Named here, a deal with all it has, or one run of it, may be erased within the transaction. */
interface ErasingTable {
  deal_id: number;
  run_id: number | null;
}

/** What belongs to no deal and no feature. */
export interface GroundTables {
  setting: SettingTable;
  seed_applied: SeedAppliedTable;
  desk_mark: DeskMarkTable;
  erasing: ErasingTable;
}
