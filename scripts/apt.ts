import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Installs packages where that is ours to do: as root on Debian or Ubuntu. Answers whether they are there now. */
export function installPackages(packages: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  process.stderr.write(`Installing ${packages.join(", ")} with apt-get…\n`);
  const apt = (...args: string[]) =>
    spawnSync("apt-get", args, { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } })
      .status === 0;
  const install = () => apt("install", "-y", "--no-install-recommends", ...packages);
  return install() || (apt("update") && install());
}
