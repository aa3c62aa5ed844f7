import { i18n } from "../../renderer/desk/i18n.ts";

/*
 * Run before each file, since the files of one process share their modules: each finds the page in the language in which it
 * starts.
 */

await i18n.changeLanguage("zh");
