// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/mxnet/tensor_view.h"

#include <memory>

class QFile;

namespace boxwright {

/// The arrays of a model folder's weights.safetensors, without LibTorch: for tables and for handing them on. The file
/// is mapped, not read. Copies share the mapping; views stay valid while any copy lives.
class ModelWeights
{
public:
    /// Every entry is checked: known element types, offsets inside the file that fit the shapes.
    static Result<ModelWeights> open(const QString &modelFolder);

    /// By name.
    [[nodiscard]] const std::vector<TensorView> &arrays() const { return m_arrays; }
    [[nodiscard]] const TensorView *find(const QString &name) const;

private:
    ModelWeights() = default;

    std::shared_ptr<QFile> m_file; ///< holds the mapping
    std::vector<TensorView> m_arrays;
};

} // namespace boxwright
