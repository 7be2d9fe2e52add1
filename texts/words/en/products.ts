/** Products and their pictures. */
export const products = {
  'products.title': 'Products',
  'products.text':
    'The picture of each product, as tills and pickers see it. A PNG, JPEG or WebP file of up to 5 MB; one small size of it is kept.',
  'products.find': 'Name, SKU or barcode',
  'products.none': 'No product is called so.',
  'products.choose': 'Add a picture…',
  'products.change': 'Another picture…',
  'products.chooseFor': 'Picture of {name}',
  'products.written': 'The picture of {name} is on its way to the tills.',
  'products.remove': 'Remove the picture',
  'products.removeOne': 'Remove the picture of {name}',
  'products.removeSure': 'Remove it',
  'products.removeSureOne': 'Remove the picture of {name} now',
  'products.removed': '{name} has no picture any more.',
  'office.refused.picture_type': 'This is no picture of a kind that is taken. Choose a PNG, JPEG or WebP file.',
  'office.refused.picture_too_large': 'The picture is too large. Choose one of 5 MB at most.',
  'office.refused.picture_unreadable': 'The picture is damaged, or has more than 50 million pixels. Save it again and choose that.',
} as const;
