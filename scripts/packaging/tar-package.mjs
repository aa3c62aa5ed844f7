import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fromRoot, readJson, runLogged } from "../setup/shell.mjs";

const levelOfRelease = "6";
const icon = fromRoot("scripts", "packaging", "icons", "256x256.png");

/** The packed folder as a tar.xz, for those who may not install: it is unpacked anywhere, and a script in it adds a menu entry for oneself. */
export async function writeTar(packedFolder, outFile) {
  const { name, version } = readJson(fromRoot("package.json"));
  const work = mkdtempSync(path.join(tmpdir(), "deal-desk-tar-"));
  const top = `${name}-${version}`;
  try {
    cpSync(packedFolder, path.join(work, top), { recursive: true, verbatimSymlinks: true });
    mkdirSync(path.join(work, top, "share"));
    cpSync(icon, path.join(work, top, "share", `${name}.png`));
    const script = path.join(work, top, "add-to-menu.sh");
    cpSync(fromRoot("scripts", "packaging", "add-to-menu.sh"), script);
    chmodSync(script, 0o755);
    writeFileSync(path.join(work, top, "READ-ME.txt"), readMe);
    const level = process.env.AMC_DEB_LEVEL ?? levelOfRelease;
    const args = [
      "--create",
      `--use-compress-program=xz -T0 -${level}`,
      "--sort=name",
      "--owner=0",
      "--group=0",
      "--numeric-owner",
      "--mode=go-w",
      "-f",
      outFile,
    ];
    await runLogged("tar", [...args, "-C", work, top], { remedy: "GNU tar and xz (Debian: tar, xz-utils) make it." });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const readMe = `AMC 收购定价台 / AMC Deal Desk

启动：运行本目录中的 amc-deal-desk。运行 ./add-to-menu.sh 可为当前用户添加菜单项，加 --remove 则移除。
若提示无法启用沙箱：请管理员执行 chown root:root chrome-sandbox && chmod 4755 chrome-sandbox，不要使用 --no-sandbox。
卸载：先运行 ./add-to-menu.sh --remove，再删除本目录。数据保留在 ~/.config/AMC Deal Desk。

Start: run amc-deal-desk in this folder. ./add-to-menu.sh adds a menu entry for you alone; with --remove it takes it away.
If it says that the sandbox can't start: have an administrator run chown root:root chrome-sandbox && chmod 4755 chrome-sandbox; don't use --no-sandbox.
Uninstall: ./add-to-menu.sh --remove, then delete this folder. Your data stays in ~/.config/AMC Deal Desk.
`;
