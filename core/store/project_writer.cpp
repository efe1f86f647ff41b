// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/project_writer.h"

namespace boxwright {

class ProjectWriter::Worker
{
};

ProjectWriter::~ProjectWriter() = default;

} // namespace boxwright
