import { pdfOf, stream } from '../parsers/raw-pdf.ts';

/** A page of one line whose every corner asks a viewer to run something or to fetch something from `url`. */
export function livelyPdf(url: string): Uint8Array {
  const script = `app.launchURL('${url}/script');this.submitForm('${url}/form');`;
  const outside = `/FS/URL/F(${url}`;
  const form = `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template><script>${script}</script><image href="${url}/xfa"/></template></xdp:xdp>`;
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R/OpenAction 6 0 R/AA<</WC 6 0 R/DS 6 0 R>>/AcroForm<</XFA 9 0 R/Fields[8 0 R]>>/Names<</JavaScript<</Names[(start) 6 0 R]>>/EmbeddedFiles<</Names[(a) 11 0 R]>>>>>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/AA<</O 6 0 R>>/Annots[7 0 R 8 0 R]/Resources<</Font<</F 5 0 R>>/XObject<</P 10 0 R/R 12 0 R>>>>>>',
    stream('BT/F 12 Tf 20 100 Td(Nothing moves)Tj ET/P Do/R Do'),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    `<</S/JavaScript/JS(${script.replaceAll('(', '\\(').replaceAll(')', '\\)')})>>`,
    `<</Type/Annot/Subtype/Link/Rect[0 0 300 200]/A<</S/URI/URI(${url}/link)>>/PA<</S/Launch/F(${url}/launch)>>>>`,
    `<</Type/Annot/Subtype/Widget/FT/Tx/T(t)/Rect[0 0 9 9]/A<</S/GoToR/F<<${outside}/remote)>>/D[0/Fit]>>/AA<</K 6 0 R/C 6 0 R>>>>`,
    stream(form),
    `<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/F<<${outside}/image)>>/Length 0>>\nstream\n\nendstream`,
    `<</Type/Filespec${outside}/file)>>`,
    `<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Ref<</F<<${outside}/page)>>/Page 0>>/Length 0>>\nstream\n\nendstream`,
  ]);
}
