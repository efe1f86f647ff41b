// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace boxwright {

/// What a model is called by its path alone: the run that NAME.runs/RUN/best belongs to, else the file's or folder's
/// own name. The cloud calls all its models model.tar.gz: there the folder tells one from the other.
QString modelName(const QString &path);

} // namespace boxwright
