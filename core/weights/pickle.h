// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/mxnet/byte_reader.h"

#include <QByteArray>

#include <vector>

namespace boxwright {

/// A value of a pickle, as data.
struct PickleValue
{
    enum class Kind
    {
        Nothing, ///< None, and numbers that are not whole: nothing that a weight file needs
        Whole,   ///< `number`; True and False as 1 and 0
        Text,    ///< `text`
        Tuple,   ///< `items`
        List,    ///< `items`
        Dict,    ///< `items`: key, value, key, value ...
        Class,   ///< `text`: "torch FloatStorage"; only a name, there is nothing behind it
        Storage, ///< `items`: class, key, location, count and, in old files, a view
        Tensor,  ///< `items`: storage, offset, sizes, strides, whatever followed
        Object   ///< `items`: class and, once it is known, state
    };
    Kind kind = Kind::Nothing;
    qint64 number = 0;
    QByteArray text{};
    std::vector<int> items{}; ///< indexes into PickleTree::values
};

/// What a pickle describes, as a graph of values: a value may occur in several others, or in itself.
struct PickleTree
{
    std::vector<PickleValue> values;
    int root = 0;

    [[nodiscard]] const PickleValue &at(int index) const { return values[static_cast<size_t>(index)]; }
};

/// Reads one pickle as torch.save writes it (protocol 2), as data only: nothing is imported, made or called, whatever
/// it asks for. Allowed are the few instructions that describe containers, numbers and text, the names of torch's
/// storages, `collections OrderedDict` and torch's three functions that put a tensor together; and, in the place where
/// old files describe a whole module, the name of any class, which stays a name. Everything else is refused by its
/// name: that is code. At most a million values. Takes the pickle's bytes off the reader.
Result<PickleTree> readPickle(ByteReader &bytes);

} // namespace boxwright
