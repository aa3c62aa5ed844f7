import type { AppInfo, appFeature } from "../../shared/contract/app-channels.ts";
import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { NativeMenu } from "../../shared/domain/native-menu.ts";
import type { LayoutService } from "../settings/layout-service.ts";
import type { SettingsService } from "../settings/settings-service.ts";
import type { Pictures } from "./pictures.ts";

/** What the page asks of its window. */
export interface WindowPorts {
  readonly showMenu: (menu: NativeMenu) => void;
  readonly notify: (text: string) => void;
  readonly zoom: (step: "in" | "out" | "reset") => void;
}

export interface AppHandlerParts {
  readonly info: AppInfo;
  readonly settings: SettingsService;
  readonly layout: LayoutService;
  readonly window: WindowPorts;
  readonly showLog: () => void;
  readonly showData: () => void;
  readonly openSaved: (fileToken: string) => Promise<void>;
  readonly showSaved: (fileToken: string) => void;
  /** Told of a crash in the page; the message may quote anything, so only its shape may be kept. */
  readonly reportError: (message: string) => void;
  readonly cancelJob: (jobId: string) => void;
  readonly pictures: Pictures;
}

export const appHandlers = ({
  info,
  settings,
  layout,
  window,
  showLog,
  showData,
  openSaved,
  showSaved,
  reportError,
  cancelJob,
  pictures,
}: AppHandlerParts): HandlersOf<typeof appFeature> => ({
  "app.info": () => info,
  "app.showLog": () => showLog(),
  "app.showData": () => showData(),
  "app.openSaved": ({ fileToken }) => openSaved(fileToken),
  "app.showSaved": ({ fileToken }) => showSaved(fileToken),
  "app.copyPictureAt": ({ x, y }) => pictures.copyAt(x, y),
  "app.savePicture": ({ png, title }) => pictures.save(png, title),
  "app.printPage": ({ paper }) => pictures.print(paper),
  "app.reportError": ({ message }) => reportError(message),
  "settings.get": () => settings.get(),
  "settings.update": (change) => settings.update(change),
  "app.showMenu": (menu) => window.showMenu(menu),
  "app.notify": ({ text }) => window.notify(text),
  "app.zoom": ({ step }) => window.zoom(step),
  "layout.get": () => layout.get(),
  "layout.put": (next) => layout.put(next),
  "jobs.cancel": ({ jobId }) => cancelJob(jobId),
});
