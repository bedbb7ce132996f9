/** Where a bundled binary file stands at run time: on disk, or inside the compiled executable. */
declare module '*.bin' {
  const path: string;
  // biome-ignore lint/style/noDefaultExport: the form the bundler gives a file import
  export default path;
}
