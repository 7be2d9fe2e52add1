import { z } from 'zod';

// Imported before anything that makes a schema: the content policy lets no text become code, and the schema library would
// ask once whether it may all the same, of which browsers complain.
z.config({ jitless: true });
