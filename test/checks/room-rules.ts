import { posix } from "node:path";
import type { OxlintOverride } from "oxlint";
import { rooms } from "./rooms.ts";

/** One file binds the contract to Electron's channel; elsewhere its two ends are out of reach. */
const electronChannel = {
  name: "electron",
  importNames: ["ipcMain", "ipcRenderer"],
  message: "main/ipc/ipc-binding.ts binds the contract, main/preload exposes it: nobody else speaks on the channel",
};
const channelEnds = ["main/ipc/ipc-binding.ts", "main/preload"];

export const isFile = (place: string) => /\.tsx?$/.test(place);
const isFolder = (place: string) => !isFile(place);
const folderOf = (room: string) => (isFile(room) ? posix.dirname(room) : room);

/** The room of a file: the file itself where it is one, else its folder. */
export function roomOf(file: string): string {
  return file in rooms ? file : posix.dirname(file);
}

/** Whether a place in a room's `uses` holds a file. A folder holds what is directly in it, but for files that are rooms of their own. */
export function holds(place: string, file: string): boolean {
  if (isFolder(place)) return roomOf(file) === place;
  return new RegExp(`^${place.replaceAll(".", "\\.").replaceAll("*", "[^/]*")}$`).test(file);
}

/** Whether the table lets a room import a file of the house. */
export function mayImport(name: string, file: string): boolean {
  return roomOf(file) === name || rooms[name]?.uses.some((place) => holds(place, file)) === true;
}

/** Whether the table lets a room import a package. */
export function mayImportPackage(name: string, specifierOf: string): boolean {
  return rooms[name]?.packages.some((pattern) => matches(pattern, specifierOf)) === true;
}

function matches(pattern: string, text: string): boolean {
  const parts = pattern.split("/**");
  const [head = ""] = parts;
  const isRest = parts.length > 1;
  return new RegExp(`^${head.replaceAll(".", "\\.").replaceAll("*", "[^/]*")}${isRest ? "/.*" : ""}$`).test(text);
}

/** The linter's rule for one room: what is not named in the table is refused, by value and by type. */
export function roomRules(name: string): OxlintOverride {
  const room = rooms[name];
  if (room === undefined) throw new Error(`no such room: ${name}`);
  const folder = folderOf(name);
  const folders = [...(isFile(name) ? [] : [name]), ...room.uses.filter(isFolder)];
  const ownRooms = Object.keys(rooms).filter((other) => isFile(other) && folders.includes(posix.dirname(other)));
  // The last pattern that fits decides: folders, less the files in them that are rooms of their own, then what is named.
  const group = [
    "*",
    "**",
    ...folders.map((place) => `!${specifier(folder, `${place}/*`)}`),
    ...ownRooms.map((file) => specifier(folder, file)),
    ...room.uses.filter(isFile).map((place) => `!${specifier(folder, place)}`),
    ...room.packages.map((pattern) => `!${pattern}`),
  ];
  const message = `${name} may import: ${[...room.uses, ...room.packages].join(", ") || "nothing but itself"} (test/checks/rooms.ts, page-rooms.ts)`;
  return {
    files: isFile(name) ? [`**/${name}`] : [`**/${name}/*.{ts,tsx}`],
    rules: {
      "no-restricted-imports": ["error", { patterns: [{ group, message }], paths: channelEnds.includes(name) ? [] : [electronChannel] }],
    },
  };
}

/** How a file in a folder names a place. */
export function specifier(folder: string, place: string): string {
  const relative = posix.relative(folder, place);
  return relative.startsWith(".") ? relative : `./${relative}`;
}
