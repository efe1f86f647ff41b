// SPDX-License-Identifier: GPL-3.0-or-later
// What a pickle may build: torch's tensors and the mappings that hold them.
#include "core/weights/pickle_machine.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Pickle)
};

constexpr const char *kOrderedDict = "collections OrderedDict";
constexpr const char *kParameter = "torch._utils _rebuild_parameter";
constexpr std::array kTensorMakers{"torch._utils _rebuild_tensor", "torch._utils _rebuild_tensor_v2"};
constexpr std::array kStorages{
    "torch FloatStorage", "torch DoubleStorage", "torch HalfStorage", "torch BFloat16Storage", "torch LongStorage",
    "torch IntStorage",   "torch ShortStorage",  "torch CharStorage", "torch ByteStorage",     "torch BoolStorage"};

template<class Names>
bool isOneOf(const Names &names, const QByteArray &name)
{
    return std::any_of(names.begin(), names.end(), [&](const char *known) { return name == known; });
}

bool isAllowed(const QByteArray &name)
{
    return name == kOrderedDict || name == kParameter || isOneOf(kTensorMakers, name) || isOneOf(kStorages, name);
}

} // namespace

bool PickleMachine::refuseCode(const QByteArray &name)
{
    m_refusal = Text::tr("it asks for \"%1\", which is code and not data")
                    .arg(QString::fromLatin1(name.left(200)).replace(QLatin1Char(' '), QLatin1Char('.')));
    return false;
}

/// Old files describe a module by ('module', class, source file, source): a class in that place is only named.
bool PickleMachine::isModuleName() const
{
    return !m_marks.empty() && m_stack.size() == m_marks.back() + 1 && m_tree.at(m_stack.back()).kind == Kind::Text &&
           m_tree.at(m_stack.back()).text == "module";
}

bool PickleMachine::pushClass()
{
    QByteArray name;
    for (int lines = 0; lines < 2;) {
        const auto letter = m_bytes.number<char>();
        constexpr qsizetype kLongestName = 1000;
        if (!letter || name.size() > kLongestName)
            return false;
        lines += *letter == '\n' ? 1 : 0;
        name += *letter == '\n' ? ' ' : *letter;
    }
    name.chop(1);
    if (!isAllowed(name) && !isModuleName())
        return refuseCode(name);
    return push({.kind = Kind::Class, .text = name});
}

bool PickleMachine::call()
{
    const auto arguments = pop();
    const auto callee = pop();
    if (!arguments || !callee || !isKind(*arguments, Kind::Tuple) || !isKind(*callee, Kind::Class))
        return false;
    if (!charge(at(*arguments).items.size()))
        return false;
    const QByteArray name = at(*callee).text;
    const PickleValue given = at(*arguments); // a copy: what is pushed may move the values
    if (name == kOrderedDict)
        return makeOrderedDict(given);
    if (isOneOf(kTensorMakers, name))
        return makeTensor(given);
    if (name != kParameter)
        return refuseCode(name);
    if (given.items.empty() || !isKind(given.items.front(), Kind::Tensor))
        return false;
    m_stack.push_back(given.items.front());
    return true;
}

/// Without arguments, or, as Python 2 wrote it, with a list of pairs.
bool PickleMachine::makeOrderedDict(const PickleValue &arguments)
{
    PickleValue dict{.kind = Kind::Dict};
    if (!arguments.items.empty()) {
        if (!isKind(arguments.items.front(), Kind::List))
            return false;
        if (!charge(at(arguments.items.front()).items.size()))
            return false;
        for (const int pair : at(arguments.items.front()).items) {
            const std::vector<int> &items = at(pair).items;
            if (items.size() != 2)
                return false;
            dict.items.insert(dict.items.end(), items.begin(), items.end());
        }
    }
    return push(std::move(dict));
}

bool PickleMachine::makeTensor(const PickleValue &arguments)
{
    const std::vector<int> &items = arguments.items;
    const bool isWhole = items.size() >= 4 && isKind(items[0], Kind::Storage) && isKind(items[1], Kind::Whole) &&
                         isKind(items[2], Kind::Tuple) && isKind(items[3], Kind::Tuple);
    return isWhole && push({.kind = Kind::Tensor, .items = items});
}

bool PickleMachine::persistent()
{
    const auto index = pop();
    if (!index || !isKind(*index, Kind::Tuple) || at(*index).items.empty())
        return false;
    if (!charge(at(*index).items.size()))
        return false;
    std::vector<int> items = at(*index).items;
    const QByteArray what = at(items.front()).text;
    items.erase(items.begin());
    if (what == "module" && !items.empty() && isKind(items[0], Kind::Class)) {
        m_stack.push_back(items[0]);
        return true;
    }
    const bool isStorage = what == "storage" && items.size() >= 4 && isKind(items[0], Kind::Class) &&
                           isKind(items[1], Kind::Text) && isKind(items[3], Kind::Whole) &&
                           isOneOf(kStorages, at(items[0]).text);
    return isStorage && push({.kind = Kind::Storage, .items = std::move(items)});
}

/// An object of a class that is only a name: something to hang the state of a module on.
bool PickleMachine::makeObject()
{
    const auto arguments = pop();
    const auto what = pop();
    if (!arguments || !what || !isKind(*what, Kind::Class) || !isKind(*arguments, Kind::Tuple))
        return false;
    if (isAllowed(at(*what).text) || !at(*arguments).items.empty())
        return refuseCode(at(*what).text);
    return push({.kind = Kind::Object, .items = {*what}});
}

/// Of a module its members; what else a dictionary carries is left out.
bool PickleMachine::setState()
{
    const auto state = pop();
    if (!state || m_stack.empty() || !isKind(*state, Kind::Dict))
        return false;
    if (isKind(m_stack.back(), Kind::Dict))
        return true;
    if (!isKind(m_stack.back(), Kind::Object) || at(m_stack.back()).items.size() != 1)
        return false;
    at(m_stack.back()).items.push_back(*state);
    return true;
}

} // namespace boxwright
