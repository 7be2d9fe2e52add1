/** A kind of goods of the sample company: what there is, in which versions and sizes, and what it costs, in cents. */
export interface Department {
  readonly category: string;
  readonly taxClass: 'standard' | 'food' | 'clothing';
  /** The aisle in which it stands. */
  readonly aisle: string;
  readonly cents: readonly [least: number, most: number];
  readonly sizes: readonly string[];
  readonly versions: readonly string[];
  readonly nouns: readonly string[];
}

const COLORS = ['Black', 'White', 'Navy', 'Olive', 'Grey', 'Burgundy', 'Sand', 'Teal', 'Rust', 'Cream', 'Charcoal', 'Sky Blue'];

/** What the sample company sells. No brands: none of these goods is anybody's. */
export const DEPARTMENTS: readonly Department[] = [
  {
    category: 'Pantry', taxClass: 'food', aisle: 'A', cents: [149, 1299], sizes: ['250 g', '500 g', '1 kg'],
    versions: ['Organic', 'Whole Grain', 'Classic', 'Fair Trade', 'Stone-Ground', 'Roasted', 'Unsalted', 'Spiced', 'Extra Fine', 'Country'],
    nouns: ['Rolled Oats', 'Basmati Rice', 'Spaghetti', 'Red Lentils', 'Granola', 'Almonds', 'Cashews', 'Cocoa Powder', 'Couscous', 'Quinoa', 'Chickpeas', 'Corn Flour'],
  },
  {
    category: 'Drinks', taxClass: 'food', aisle: 'B', cents: [199, 1899], sizes: ['330 ml', '750 ml', '1 l'],
    versions: ['Sparkling', 'Cold-Pressed', 'Organic', 'Light', 'Classic', 'Strong', 'Mild', 'Herbal', 'Unsweetened', 'Spiced'],
    nouns: ['Apple Juice', 'Orange Juice', 'Ginger Beer', 'Lemonade', 'Iced Tea', 'Cold Brew Coffee', 'Oat Drink', 'Tomato Juice', 'Elderflower Cordial', 'Coconut Water'],
  },
  {
    category: 'Tops', taxClass: 'clothing', aisle: 'C', cents: [1499, 8999], sizes: ['XS', 'S', 'M', 'L', 'XL'], versions: COLORS,
    nouns: ['Cotton T-Shirt', 'Linen Shirt', 'Fleece Hoodie', 'Merino Sweater', 'Polo Shirt', 'Rain Jacket', 'Denim Jacket', 'Tank Top', 'Flannel Shirt', 'Down Vest'],
  },
  {
    category: 'Bottoms and Accessories', taxClass: 'clothing', aisle: 'D', cents: [999, 7999], sizes: ['S', 'M', 'L', 'XL'], versions: COLORS,
    nouns: ['Slim Jeans', 'Chino Trousers', 'Running Shorts', 'Wool Socks', 'Knit Beanie', 'Leather Belt', 'Cotton Scarf', 'Leggings', 'Corduroy Skirt', 'Winter Gloves'],
  },
  {
    category: 'Home', taxClass: 'standard', aisle: 'E', cents: [799, 12999], sizes: ['Small', 'Medium', 'Large'], versions: COLORS,
    nouns: ['Bath Towel', 'Throw Pillow', 'Wool Blanket', 'Storage Basket', 'Wall Clock', 'Table Lamp', 'Picture Frame', 'Door Mat', 'Scented Candle', 'Curtain Panel', 'Shower Curtain'],
  },
  {
    category: 'Kitchen', taxClass: 'standard', aisle: 'F', cents: [599, 14999], sizes: ['Small', 'Medium', 'Large'],
    versions: ['Stainless Steel', 'Cast Iron', 'Bamboo', 'Ceramic', 'Glass', 'Enamel', 'Silicone', 'Copper', 'Acacia', 'Stoneware'],
    nouns: ['Frying Pan', 'Saucepan', 'Cutting Board', 'Mixing Bowl', 'Mug', 'Water Bottle', 'Baking Dish', 'Colander', 'Serving Plate', 'Spice Jar', 'Teapot'],
  },
  {
    category: 'Sports and Outdoors', taxClass: 'standard', aisle: 'G', cents: [899, 19999], sizes: ['Standard', 'Compact', 'Pro'], versions: COLORS,
    nouns: ['Yoga Mat', 'Jump Rope', 'Resistance Band', 'Camping Mug', 'Headlamp', 'Daypack', 'Sleeping Bag', 'Trekking Poles', 'Bike Light', 'Swim Goggles', 'Foam Roller'],
  },
  {
    category: 'Electronics', taxClass: 'standard', aisle: 'H', cents: [999, 24999], sizes: ['1 m', '2 m', 'Set'],
    versions: ['Wireless', 'Foldable', 'Compact', 'Rugged', 'Slim', 'Backlit', 'Portable', 'Rechargeable', 'Waterproof', 'Silent'],
    nouns: ['Mouse', 'Keyboard', 'Headphones', 'Power Bank', 'Desk Lamp', 'Speaker', 'Phone Stand', 'Charging Cable', 'Webcam', 'Card Reader'],
  },
  {
    category: 'Toys and Games', taxClass: 'standard', aisle: 'J', cents: [499, 5999], sizes: ['Ages 3+', 'Ages 6+', 'Ages 10+'],
    versions: ['Wooden', 'Magnetic', 'Giant', 'Travel', 'Glow-in-the-Dark', 'Classic', 'Musical', 'Animal', 'Space', 'Ocean'],
    nouns: ['Puzzle', 'Building Blocks', 'Board Game', 'Card Game', 'Kite', 'Train Set', 'Marble Run', 'Craft Kit', 'Memory Game', 'Spinning Top'],
  },
  {
    category: 'Garden', taxClass: 'standard', aisle: 'K', cents: [399, 8999], sizes: ['Small', 'Medium', 'Large'],
    versions: ['Terracotta', 'Galvanized', 'Recycled', 'Oak', 'Steel', 'Woven', 'Self-Watering', 'Heavy-Duty', 'Folding', 'Hanging'],
    nouns: ['Plant Pot', 'Watering Can', 'Garden Trowel', 'Planter Box', 'Garden Hose', 'Bird Feeder', 'Pruning Shears', 'Seed Tray', 'Lantern', 'Compost Bin'],
  },
  {
    category: 'Stationery', taxClass: 'standard', aisle: 'L', cents: [199, 3999], sizes: ['A6', 'A5', 'A4'], versions: COLORS,
    nouns: ['Notebook', 'Planner', 'Ring Binder', 'Sketchbook', 'Document Wallet', 'Desk Tray', 'Gel Pen Set', 'Sticky Notes', 'Envelope Pack', 'Pencil Case'],
  },
  {
    category: 'Personal Care', taxClass: 'standard', aisle: 'M', cents: [299, 3499], sizes: ['100 ml', '250 ml', '500 ml'],
    versions: ['Lavender', 'Citrus', 'Aloe', 'Cedar', 'Unscented', 'Mint', 'Rose', 'Oat', 'Charcoal', 'Sea Salt'],
    nouns: ['Hand Soap', 'Shampoo', 'Conditioner', 'Body Lotion', 'Shower Gel', 'Face Wash', 'Hand Cream', 'Bath Oil', 'Shaving Foam', 'Lip Balm'],
  },
];
