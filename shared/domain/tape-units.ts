/** Units in which sellers state amounts, by their power of ten over the yuan. */
const powers = { fen: -2, yuan: 0, qianYuan: 3, wanYuan: 4, shiWanYuan: 5, baiWanYuan: 6, qianWanYuan: 7, yiYuan: 8 } as const;

export type TapeUnit = keyof typeof powers;
export const tapeUnits = Object.keys(powers) as [TapeUnit, ...TapeUnit[]]; // the keys are the units

export function powerOfUnit(unit: TapeUnit): number {
  return powers[unit];
}

/** The unit of a power of ten; null where sellers have no word for it. */
export function unitOfPower(power: number): TapeUnit | null {
  return tapeUnits.find((unit) => powers[unit] === power) ?? null;
}
