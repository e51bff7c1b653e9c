#pragma once

#include "linker/reading/draft.h"
#include "linker/reading/reading.h"

namespace chido {

/// Takes the lists out of a draft that all stages have filled, drops what nothing uses, and orders
/// the rest by the text.
Reading Assemble(Draft& draft);

}  // namespace chido
