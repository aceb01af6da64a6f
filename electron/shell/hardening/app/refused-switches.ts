// E4: what opens the app to a debugger, sends it through a proxy, gives it names from elsewhere, …
const REFUSED_PREFIXES = /^(inspect|debug|remote-debugging|proxy|host-rules|host-resolver)/

// … takes down a wall of E1, or writes what goes on into a file.
const REFUSED_NAMES = new Set(
  `remote-allow-origins auto-open-devtools-for-tabs custom-devtools-frontend js-flags load-extension wait-for-debugger wait-for-debugger-children
   no-proxy-server winhttp-proxy-resolver dns-over-https-templates dns-over-https-mode ignore-certificate-errors
   no-sandbox single-process disable-web-security disable-site-isolation-trials allow-file-access-from-files
   unsafely-treat-insecure-origin-as-secure renderer-cmd-prefix utility-cmd-prefix gpu-launcher
   log-net-log net-log enable-logging vmodule trace-startup enable-crash-reporter crash-server-url`.split(/\s+/),
)

/**
 * The switches among the arguments of a start that a packaged app ends on, by name and without their values (E4). Chromium
 * takes one dash for two, on Windows a stroke as well, and there any case of letters.
 */
export function listRefusedSwitches(args: readonly string[]): readonly string[] {
  const names = args.map((arg) => /^(?:--?|\/)([^=:]+)/.exec(arg)?.[1]?.toLowerCase() ?? '')
  return [...new Set(names)].filter((name) => REFUSED_PREFIXES.test(name) || REFUSED_NAMES.has(name))
}
