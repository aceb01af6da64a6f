// Switches that open the app to a debugger, send its traffic through a proxy, or resolve names elsewhere (E4), …
const REFUSED_PREFIXES = /^(inspect|debug|remote-debugging|proxy|host-rules|host-resolver)/

// … remove a protection of E1, or write internal data to a file.
const REFUSED_NAMES = new Set(
  `remote-allow-origins auto-open-devtools-for-tabs custom-devtools-frontend js-flags load-extension wait-for-debugger wait-for-debugger-children
   no-proxy-server winhttp-proxy-resolver dns-over-https-templates dns-over-https-mode ignore-certificate-errors
   no-sandbox single-process disable-web-security disable-site-isolation-trials allow-file-access-from-files
   unsafely-treat-insecure-origin-as-secure renderer-cmd-prefix utility-cmd-prefix gpu-launcher
   log-net-log net-log enable-logging vmodule trace-startup enable-crash-reporter crash-server-url`.split(/\s+/),
)

/**
 * Lists the switches that end a packaged app at its start, by name and without their values (E4). Chromium also accepts one dash for two,
 * and on Windows a slash and any letter case.
 */
export function listRefusedSwitches(args: readonly string[]): readonly string[] {
  const names = args.map((arg) => /^(?:--?|\/)([^=:]+)/.exec(arg)?.[1]?.toLowerCase() ?? '')
  return [...new Set(names)].filter((name) => REFUSED_PREFIXES.test(name) || REFUSED_NAMES.has(name))
}
