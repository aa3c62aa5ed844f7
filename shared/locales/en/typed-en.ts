/** Why a typed number or day is not taken. */
export const typedEn = {
  notANumber: "Not a number",
  commaPlace: "A comma only parts thousands, three digits each; write decimals with a point, such as 12.5",
  severalNumbers: "There is more than one number here; enter one",
  severalReadings: "This can be read in more than one way; write one number, such as 3.5万 or 35,000",
  unknownWord: "“{{word}}” is not understood; enter a number and its unit only",
  unitNotHere: "“{{word}}” is no unit of this field",
  currencyWithoutUnit: "This field is not in yuan: name the unit after “¥”, such as “¥12,000 yuan” or “¥1.2万元”",
  otherCurrency: "“{{word}}” is not yuan; enter the amount in yuan",
  finerThanFen: "An amount goes down to a fen (0.01 yuan) and no further",
  tooManyDigits: "Too many digits; 15 significant ones at most",
  tooLarge: "The amount is too large",
  notADay: "Not a date; enter it like 2025-11-13",
  noSuchDay: "There is no such day",
  dayOrMonthFirst: "Day or month first? Enter year, month, day, such as 2025-11-13",
  yearMissing: "The year is missing; enter it like 2025-11-13",
  yearShort: "Write the year with four digits, such as 2025-11-13",
  yearRange: "The year must be from 1900 to 2199",
  dayMissing: "Month or day is missing; enter it like 2025-11-13",
  timeNotHere: "Enter the date alone, without a time",
};

/** What is said of an input that is taken though it is unusual. */
export const unusualEn = {
  rate: "Now {{rate}}; usual is {{from}} to {{to}}",
  rateAsDecimal: "Now {{rate}}; if {{meant}} is meant, enter {{meant}}",
  bidAboveClaim: "The bid is above the claim; please check",
  bidBelowThousandth: "The bid is below a thousandth of the principal; please check its unit",
};
