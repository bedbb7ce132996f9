/** Where a bundled binary file stands at run time: on disk, or inside the compiled executable. */
declare module '*.bin' {
  const path: string;
  export default path;
}
