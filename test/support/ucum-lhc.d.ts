/** As much of the UCUM library as the tests use; it ships no types. */
declare module '@lhncbc/ucum-lhc' {
  interface UcumLhcUtils {
    convertUnitTo(from: string, value: number, to: string): { readonly status: string; readonly toVal: number | null };
  }
  export const UcumLhcUtils: { getInstance(): UcumLhcUtils };
}
