import { runApp } from "./setup/launch.mjs";
import { reportFailure, setUp } from "./setup.mjs";

try {
  await setUp();
  const { code } = await runApp(process.argv.slice(2));
  process.exitCode = code;
} catch (error) {
  reportFailure(error);
  process.exitCode = 1;
}
