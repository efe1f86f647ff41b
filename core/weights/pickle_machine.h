// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weights/pickle.h"

#include <QHash>

#include <optional>

namespace boxwright {

/// Runs the instructions of one pickle on a stack of values: see readPickle(). Lives while that one is read.
class PickleMachine
{
public:
    explicit PickleMachine(ByteReader &bytes)
        : m_bytes(bytes)
    {
    }

    Result<PickleTree> run();

private:
    using Kind = PickleValue::Kind;

    bool step(quint8 instruction);
    bool stepScalar(quint8 instruction);
    bool stepContainer(quint8 instruction);
    bool stepMemo(quint8 instruction);
    bool stepObject(quint8 instruction);

    /// False where values would hold more items in all than a weight file needs: lists can be copied without end.
    bool charge(size_t items);
    bool push(PickleValue value);
    bool pushWhole(std::optional<qint64> number);
    bool pushText(std::optional<qint64> size);
    bool pushLong();
    bool pushTuple(size_t count);
    bool pushClass();
    std::optional<int> pop();
    /// What lies above the last mark, with the mark taken away.
    std::optional<std::vector<int>> popMarked();
    bool addItems(Kind kind, const std::vector<int> &items);
    bool call();
    bool makeOrderedDict(const PickleValue &arguments);
    bool makeTensor(const PickleValue &arguments);
    bool persistent();
    bool makeObject();
    bool setState();
    bool refuseCode(const QByteArray &name);
    [[nodiscard]] bool isModuleName() const;
    [[nodiscard]] PickleValue &at(int index) { return m_tree.values[static_cast<size_t>(index)]; }
    [[nodiscard]] bool isKind(int index, Kind kind) { return at(index).kind == kind; }

    template<class Number>
    std::optional<qint64> number()
    {
        const auto value = m_bytes.number<Number>();
        return value ? std::optional(static_cast<qint64>(*value)) : std::nullopt;
    }

    ByteReader &m_bytes;
    PickleTree m_tree;
    std::vector<int> m_stack;
    std::vector<size_t> m_marks;
    QHash<qint64, int> m_memo;
    size_t m_items = 0; ///< in all values
    QString m_refusal;  ///< why a step failed, where there is more to say than that the values do not fit
};

} // namespace boxwright
