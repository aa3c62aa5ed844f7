import type { SameKeys } from "../flatten-texts.ts";
import type { errorsZh } from "../zh/errors-zh.ts";

/** Failures that belong to no feature: what happened, then what to do. */
export const errorsEn: SameKeys<typeof errorsZh> = {
  "ipc.badPayload": "What was entered isn't valid, and nothing was changed. Check the input and try again.",
  "ipc.unknownChannel": "The app asked for a function that doesn't exist. Restart the app; if it happens again, send the log file.",
  "ipc.foreignSender": "A request that didn't come from this app's window was refused. Restart the app.",
  internal: "Something failed inside the app and the step wasn't finished. Try again; if it happens again, open the log file and pass it to support.",
  "job.cancelled": "The job was cancelled and nothing was saved. Start it again when you need it.",
  "job.failed": "The background job stopped and nothing was saved. Try again; if it happens again, see the log file.",
  "job.memoryExceeded":
    "Reading took more than {{limitMb}} MB of memory and was stopped; nothing was saved. Split the file, or open it in Excel, save it and try again.",
  "job.noProgress":
    "There was no progress for {{seconds}} seconds, so the job was stopped; nothing was saved. Split the file, or open it in Excel, save it and try again.",
  "db.newer": "The database was made by a newer version and can't be opened by this one. Update the app first.",
  "db.damaged": "The database file is damaged; nothing was written to it. Restore the latest copy from the backup folder.",
  "db.foreign": "That file isn't a database of this app. Check where the data file is.",
  "db.readOnly": "The database file is read-only, so nothing can be saved. Check the write permission of the file and its folder.",
  "db.busy": "Another program is using the database. Close other windows and try again.",
  "db.full": "The disk is full and nothing was saved. Free some space and try again.",
  "db.ioFailed":
    "The disk failed while it was read or written. The last change may not have been saved: restart the app, check that change, and have the disk looked at.",
  "db.unreachable": "The database's file is a link to a place that can't be reached. Plug in the drive or connect the share, then start again.",
  "db.gone":
    "The database file was removed or replaced while the app is open, so nothing more can be saved. Restart the app; the work up to now was copied to the backups folder where the disk allowed it.",
  "db.migrationFailed": "The database couldn't be upgraded; your data is as it was. See the log file and keep the backups.",
  "file.notFound": "The file can't be found; it may have been moved or renamed. Choose it again.",
  "file.unreadable": "The file can't be read. Make sure that no other program holds it and that you may read it.",
  "picture.unreadable": "The picture could not be made. Try again.",
  "page.printFailed": "Printing did not finish. Check the printer and try again.",
  "file.notWritable": "The file can't be written. Close it elsewhere, check your permission, or choose another place.",
  "font.unreadable":
    "The app's own font can't be read in part: some words in tables, charts and the memo may show as boxes or in another font; your data is as it was. Restart the app, and install it again if this comes back.",
};
