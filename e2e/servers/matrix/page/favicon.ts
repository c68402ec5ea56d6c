const SIZE = 48;

/** Draws a number upon the page's picture; 0 takes it away. */
export function createFavicon(): (content: number | string) => void {
  const link = document.querySelector<HTMLLinkElement>('link[rel~="icon"]');
  const canvas = Object.assign(document.createElement('canvas'), { width: SIZE, height: SIZE });
  const pen = canvas.getContext('2d');
  const picture = new Image();
  let wanted: number | string = 0;
  let drawn: number | string = 0;
  const draw = (): void => {
    if (link === null || pen === null || !picture.complete || wanted === drawn) return;
    drawn = wanted;
    pen.clearRect(0, 0, SIZE, SIZE);
    pen.drawImage(picture, 0, 0, SIZE, SIZE);
    if (drawn !== 0) {
      pen.fillStyle = '#d00';
      pen.beginPath();
      pen.arc(SIZE * 0.7, SIZE * 0.7, SIZE * 0.3, 0, 2 * Math.PI);
      pen.fill();
      pen.fillStyle = '#fff';
      pen.font = 'bold 20px sans-serif';
      pen.textAlign = 'center';
      pen.fillText(String(drawn), SIZE * 0.7, SIZE * 0.84);
    }
    setTimeout(() => link.setAttribute('href', canvas.toDataURL('image/png')), 0);
  };
  picture.addEventListener('load', draw);
  picture.src = link?.href ?? '';
  return (content) => {
    wanted = content;
    draw();
  };
}
