import type { SameKeys } from "../flatten-texts.ts";
import type { programZh } from "../zh/program-zh.ts";

/** Texts of what the program says of itself: licences, release notes, a look over its file, where that lies. */
export const programEn: SameKeys<typeof programZh> = {
  program: {
    notices: "Third-party licences",
    releaseNotes: "Release notes",
    dataFolder: "Data folder",
    otherDesk: "Other desks",
    openOther: "Open another desk…",
    openOtherText:
      "Closes this desk and opens the data in another folder; an empty folder becomes a new desk. Two at once: start the program with --desk=FOLDER",
    moveData: "Move the data…",
    moveDataText:
      "The program closes, moves database, backups and logs to an empty folder that you choose, deletes the old files once the new ones are proved equal, and opens again",
    moving: "Closing, to move the data…",
    check: "Check the database",
    checking: "Reading the whole database and following every reference; you can go on working…",
    sound: "Nothing is wrong",
    soundText: "{{size}}, loans: {{loans}}; structure, indexes and references agree.",
    faulty: "Faults found: {{count}}",
    faultyText: "Stop entering data and restore the latest backup; whoever looks after the program can use the lines below.",
    notes: {
      people: {
        title: "People and approval",
        text: "Persons with signing keys and a trail that can be verified; submission, check, vote and limit; the memo prints all of it.",
      },
      company: {
        title: "The company behind the deal",
        text: "Quarters, instruments, rules and the wall of maturities; what a deal does to the company, with the headroom and largest price of every rule.",
      },
      bid: {
        title: "From value to bid",
        text: "Rivals and the chance to win, bid day, the walk-away card, structures of payment, the ledger of closed sales.",
      },
      sheet: {
        title: "Tape sheet and reissued tapes",
        text: "Every cell takes typing and paste; a seller's new version is compared loan by loan and field by field; the seller's dictionary remembers the mapping.",
      },
      program: {
        title: "The program itself",
        text: "Packages as deb and tar.xz; a faster start; check the database, move the data folder, open another desk; third-party licences and these notes.",
      },
    },
  },
  "error.program.noticesMissing": "The licences were not found. Install the program again.",
  "error.program.folderNotEmpty": "That folder is not empty. Choose an empty one.",
  "error.program.folderInside": "The data can't be moved into its own folder. Choose another place.",
  "code.jobKind.checkDatabase": "Checking the database",
};
